namespace Sluice.Local.Commands.Releases;

/// <summary>Looks at a local repository before anything is started: what is missing, and what is not committed.</summary>
internal static class Preflight
{
    private static readonly string[] Endings = [".yml", ".yaml", ".json"];

    /// <summary>Warnings about the working copy; nothing for a URL.</summary>
    /// <exception cref="UsageException">Files that every release needs are missing; all are named, each with an example.</exception>
    public static IReadOnlyList<string> Check(string repository, string? branch)
    {
        if (Files(repository, branch) is not { } files)
        {
            return [];
        }

        return Has(files, "buildspec") ? [.. Lacks(repository, branch), .. Uncommitted(repository)] : throw new UsageException(string.Join("\n\n", Lacks(repository, branch)));
    }

    /// <summary>What a build or a deployment would fail for, told before any is started. An appspec may also come with the build's artifact, so one that is not here need not be missing.</summary>
    public static IReadOnlyList<string> Lacks(string repository, string? branch)
    {
        if (Files(repository, branch) is not { } files)
        {
            return [];
        }

        var place = $"at the root of {branch ?? "HEAD"} (looked for the endings {string.Join(", ", Endings)})";
        return (Has(files, "buildspec"), Has(files, "appspec")) switch
        {
            (true, true) => [],
            (true, false) => [$"{repository} has no appspec.yml {place}; unless the build puts one into its artifact, the deployment will fail. {MinimalExamples.Appspec}"],
            (false, true) => [$"{repository} has no buildspec.yml {place}. {MinimalExamples.Buildspec}"],
            (false, false) => [$"{repository} has no buildspec.yml and no appspec.yml {place}. {MinimalExamples.Buildspec}", MinimalExamples.Appspec],
        };
    }

    private static IEnumerable<string> Uncommitted(string repository) => Git.UncommittedChanges(repository) is { Count: > 0 } changes
        ? [$"{Plurals.Of(changes.Count, "uncommitted change")} in {repository} will not be released: {string.Join(", ", changes.Take(3).Select(line => line[3..]))}{(changes.Count > 3 ? ", …" : "")}"]
        : [];

    private static IReadOnlyList<string>? Files(string repository, string? branch) => Directory.Exists(repository) ? Git.RootFiles(repository, branch ?? "HEAD") : null;

    private static bool Has(IReadOnlyList<string> files, string name) => Endings.Any(ending => files.Contains(name + ending, StringComparer.Ordinal));
}
