namespace Sluice.Shapes.Json;

/// <summary>A document's text and its file.</summary>
internal sealed record JsonSource(string Path, string Text);
