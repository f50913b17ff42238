namespace Sluice.BuildRunner.Artifacts;

/// <summary>A pattern of <c>files</c> or <c>exclude-paths</c>, and what it has met.</summary>
internal sealed class FilePattern(string text, Glob glob)
{
    public string Text { get; } = text;

    public Glob Glob { get; } = glob;

    public bool HasFile { get; set; }

    public bool HasFolder { get; set; }

    /// <summary>Why it may have no file; begins with a space, or is empty.</summary>
    public string Hint => HasFolder ? $" ('{Text.TrimEnd('/')}' is a folder; '{Text.TrimEnd('/')}/**/*' is all that is in it)" : "";

    /// <param name="text">Relative to the base directory, or below it with its whole path.</param>
    /// <param name="directory">The base directory's real path and other paths of it.</param>
    /// <exception cref="ArtifactException">It leads elsewhere.</exception>
    public static FilePattern Of(string text, params IEnumerable<string> directory)
    {
        if (!text.StartsWith('/'))
        {
            return new FilePattern(text, new Glob(text));
        }

        var above = directory.FirstOrDefault(folder => RealPath.IsIn(text, folder))
            ?? throw new ArtifactException($"'{text}' is not below the base-directory, {directory.First()}; expected a path relative to it.");
        return new FilePattern(text, new Glob(text[above.Length..]));
    }
}
