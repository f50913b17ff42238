namespace Sluice.Local.Commands.Screens;

/// <summary>A piece of a row in one tone.</summary>
internal sealed record Span(string Text, Tone Tone = Tone.Plain);
