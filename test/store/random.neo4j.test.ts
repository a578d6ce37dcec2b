import { describeComparison } from '../support/describe-comparison.ts';

describeComparison('some hundred random questions', 320);
