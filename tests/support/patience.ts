/** How long component tests wait for what a screen shows: a busy machine loads a writer in seconds. */
import { configure } from '@testing-library/dom';

configure({ asyncUtilTimeout: 10_000 });
