import { describeComparison } from '../support/describe-comparison.ts';

describeComparison('20,000 random questions', 20_000);
