import { render, screen } from '@testing-library/svelte';
import { expect, it } from 'vitest';
import NotHere from '#ui/screens/not-here/NotHere.svelte';
import Obstacle from '#ui/screens/not-here/Obstacle.svelte';

it('tells on a page of its own what keeps the pages shut, and that they are safe', () => {
  render(Obstacle, { error: { type: 'NewerDatabase' } });
  expect(screen.getByRole('heading', { level: 1, name: 'The app could not open its pages' })).toBeTruthy();
  expect(screen.getByText('They stay as they are, unopened.')).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Try again' })).toBeTruthy();
});

it('says of an address that leads nowhere that the meetings are where they were', () => {
  render(NotHere);
  expect(screen.getByText(/Your meetings are where they were\./)).toBeTruthy();
  expect(screen.getByRole('link', { name: 'To the meetings' }).getAttribute('href')).toBe('/');
});
