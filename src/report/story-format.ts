/** What is told, and is no grid, comes in these. */
export const STORY_FORMATS = ['table', 'markdown', 'json'] as const;
export type StoryFormat = (typeof STORY_FORMATS)[number];
