namespace Sluice.Local.Tests.Architecture;

/// <summary>A line of the suite's own source, trimmed.</summary>
/// <param name="File">The file, from the repository's root, with <c>/</c>.</param>
/// <param name="Text">What it says.</param>
internal sealed record SourceLine(string File, string Text)
{
    public bool IsComment => Text.StartsWith("//", StringComparison.Ordinal);

    /// <summary>Those of all files below some folders of the repository.</summary>
    public static IEnumerable<SourceLine> Below(params string[] folders) => folders
        .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Root, folder), "*.cs", SearchOption.AllDirectories))
        .Select(file => Path.GetRelativePath(Root, file).Replace('\\', '/'))
        .Where(file => !file.Split('/').Any(part => part is "bin" or "obj"))
        .SelectMany(file => System.IO.File.ReadLines(Path.Combine(Root, file)).Select(text => new SourceLine(file, text.Trim())));

    public static string Root { get; } = FindRoot(new DirectoryInfo(AppContext.BaseDirectory));

    public override string ToString() => $"{File}: {Text}";

    private static string FindRoot(DirectoryInfo? folder) => folder switch
    {
        null => throw new InvalidOperationException($"There is no Serverless.sln above {AppContext.BaseDirectory}."),
        _ when System.IO.File.Exists(Path.Combine(folder.FullName, "Serverless.sln")) => folder.FullName,
        _ => FindRoot(folder.Parent),
    };
}
