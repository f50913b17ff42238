using Sluice.Pipelines.Definitions;
using Sluice.Pipelines.Shapes;
using Sluice.Pipelines.Types;

namespace Sluice.Local.Commands.Validating;

/// <summary>Which artifacts of a pipeline are the folder at hand: those of the source action whose repository it is.</summary>
internal static class SourcesAtHand
{
    /// <summary>The artifacts, and whether it is certain.</summary>
    public static IReadOnlyDictionary<string, Nearness> Of(ExaminedPipeline pipeline, SourceFolder folder)
    {
        var sources = pipeline.Actions.Select(read => read.Action).Where(action => action.ActionTypeId is { Category: ActionCategory.Source, Provider: { } provider } && SourceTypes.IsGitLike(provider)).ToList();
        var remotes = folder.Remotes.Select(Plain).ToList();
        var near = sources.Select(source => (Source: source, Nearness: Of(source, folder.Root, remotes))).ToList();
        var certain = near.Where(one => one.Nearness == Nearness.Same).ToList();
        return (certain.Count > 0 ? certain : near is [{ Nearness: Nearness.Possible }] ? near : [])
            .SelectMany(one => (one.Source.OutputArtifacts ?? []).Select(output => (output.Name, one.Nearness))).DistinctBy(one => one.Name).ToDictionary(one => one.Name, one => one.Nearness, StringComparer.Ordinal);
    }

    /// <summary>Whether a source action takes what is in a folder, or in a repository with these remotes.</summary>
    internal static Nearness Of(ActionDeclaration source, string root, IReadOnlyList<string> remotes)
    {
        var (configuration, provider) = (source.Configuration ?? new Dictionary<string, string>(), source.ActionTypeId.Provider);
        var name = provider switch
        {
            SourceTypes.Git => configuration.GetValueOrDefault("Repository"),
            SourceTypes.Connection => configuration.GetValueOrDefault("FullRepositoryId"),
            SourceTypes.CodeCommit => configuration.GetValueOrDefault("RepositoryName"),
            _ => $"{configuration.GetValueOrDefault("Owner")}/{configuration.GetValueOrDefault("Repo")}",
        };
        return string.IsNullOrEmpty(name) ? Nearness.Other
            : provider == SourceTypes.Git && IsPath(name) ? Path.GetFullPath(Plain(name), root) == root ? Nearness.Same : remotes.Contains(Plain(name)) ? Nearness.Same : Nearness.Other
            : remotes.Count == 0 ? Nearness.Possible
            : remotes.Any(remote => remote == Plain(name) || remote.EndsWith("/" + Plain(name), StringComparison.OrdinalIgnoreCase)) ? Nearness.Same
            : Nearness.Other;
    }

    /// <summary>An address of git as all its forms have it in common: <c>host/path</c>.</summary>
    internal static string Plain(string url)
    {
        var text = url.Trim().TrimEnd('/');
        text = text.EndsWith(".git", StringComparison.Ordinal) ? text[..^4] : text;
        var scheme = text.IndexOf("://", StringComparison.Ordinal);
        if (scheme >= 0)
        {
            var rest = text[(scheme + 3)..];
            return text.StartsWith("file:", StringComparison.Ordinal) ? rest : rest[(rest.IndexOf('@') + 1)..];
        }

        // git@host:owner/repository
        var user = text.IndexOf('@');
        return user >= 0 && text.IndexOf(':') > user ? text[(user + 1)..].Replace(':', '/') : text;
    }

    private static bool IsPath(string name) => name.StartsWith('/') || name.StartsWith('.') || name.StartsWith("file:", StringComparison.Ordinal) || (!name.Contains(':') && !name.Contains('@'));
}
