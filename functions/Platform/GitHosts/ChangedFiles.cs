namespace Sluice.Platform.GitHosts;

/// <summary>The files that commits change, as GitHub and GitLab tell them.</summary>
internal static class ChangedFiles
{
    public static IReadOnlyList<string> Of(IEnumerable<Payload> commits) =>
        [.. commits.SelectMany(one => one["added"].Texts.Concat(one["modified"].Texts).Concat(one["removed"].Texts)).Distinct(StringComparer.Ordinal)];
}
