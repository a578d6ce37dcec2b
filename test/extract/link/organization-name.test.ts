import { expect, it } from 'vitest';
import { Clusters } from '../../../src/extract/link/cluster.ts';
import { aliasOrganizations } from '../../../src/extract/link/organization-name.ts';

const AREAS = ['江西省', '南昌市', '南昌', '云岭高新区', '九江市', '九江'];
const isArea = (text: string): boolean =>
  text === '' || AREAS.some((area) => text.startsWith(area) && isArea(text.slice(area.length)));

it.each([
  [['南昌市妇联', '江西省南昌市妇联'], ['南昌市妇联 = 江西省南昌市妇联']],
  [['南昌市生态环境局', '市生态环境局'], ['南昌市生态环境局 = 市生态环境局']],
  [['云岭高新区城管局', '城管局'], ['云岭高新区城管局 = 城管局']],
  [
    ['南昌市妇联', '九江市妇联', '市妇联'],
    ['南昌市妇联', '九江市妇联', '市妇联'],
  ],
  [
    ['南昌航空大学', '航空大学学报社'],
    ['南昌航空大学', '航空大学学报社'],
  ],
])('%j → %j', (names, expected) => {
  const mentions = names.map((form, i) => ({
    start: i * 20,
    end: i * 20 + form.length,
    type: 'Organization' as const,
    form,
    rule: 'test',
    confidence: 1,
  }));
  const clusters = new Clusters(mentions);
  aliasOrganizations(clusters, isArea);
  expect(clusters.groups().map((one) => one.mentions.map(({ form }) => form).join(' = '))).toEqual(expected);
});
