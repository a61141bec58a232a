export { mountTour } from './mount-tour.ts'
