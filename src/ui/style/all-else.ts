/** Sheet and icons of all screens but the first; once in the page they stay. */
import './screens.css';
import { mount } from 'svelte';
import MoreIcons from '#ui/parts/MoreIcons.svelte';

mount(MoreIcons, { target: document.body });
