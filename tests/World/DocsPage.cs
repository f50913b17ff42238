namespace Sluice.World;

/// <summary>A page of <c>docs/</c>, or a section of one, with the examples that it gives people to copy.</summary>
internal sealed class DocsPage
{
    private DocsPage(string text) => Text = text;

    public string Text { get; }

    public static DocsPage Read(string name) =>
        new(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "docs", name)).ReplaceLineEndings("\n"));

    /// <summary>From a heading, given with its signs, to the next one of its level or a higher one.</summary>
    public DocsPage Section(string heading)
    {
        var lines = Text.Split('\n');
        var start = Array.IndexOf(lines, heading);
        start.ShouldBeGreaterThanOrEqualTo(0, $"There is no '{heading}'.");
        var level = heading.IndexOf(' ');
        var inBlock = false;
        var section = lines.Skip(start + 1).TakeWhile(line =>
        {
            inBlock ^= line.StartsWith("```", StringComparison.Ordinal);
            return inBlock || !IsHeading(line, level);
        });
        return new DocsPage(string.Join('\n', section));
    }

    /// <summary>The blocks in a language, in their order.</summary>
    public IReadOnlyList<string> Blocks(string language)
    {
        var blocks = new List<string>();
        var fence = $"```{language}\n";
        for (var at = Text.IndexOf(fence, StringComparison.Ordinal); at >= 0; at = Text.IndexOf(fence, at + 1, StringComparison.Ordinal))
        {
            var start = at + fence.Length;
            blocks.Add(Text[start..Text.IndexOf("```", start, StringComparison.Ordinal)]);
        }

        return blocks;
    }

    private static bool IsHeading(string line, int level)
    {
        var signs = line.Length - line.TrimStart('#').Length;
        return signs > 0 && signs <= level && line.Length > signs && line[signs] == ' ';
    }
}
