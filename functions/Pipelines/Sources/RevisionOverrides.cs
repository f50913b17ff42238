using Sluice.Pipelines.Model;
using Sluice.Pipelines.Types;

namespace Sluice.Pipelines.Sources;

/// <summary>Revisions that whoever starts a run names in place of the newest.</summary>
internal static class RevisionOverrides
{
    private const int CommitLength = 40;

    /// <exception cref="Platform.Protocol.ApiException">One names no source, or is not of its kind: all of it.</exception>
    public static void Check(PipelineDeclaration pipeline, IReadOnlyList<SourceRevisionOverride> overrides)
    {
        List<string> faults =
        [
            .. overrides.Select(wanted => Fault(pipeline, wanted)).OfType<string>(),
            .. overrides.GroupBy(wanted => (wanted.ActionName, wanted.RevisionType)).Where(same => same.Count() > 1).Select(same => $"{same.Key.RevisionType} of '{same.Key.ActionName}' is given {same.Count()} times"),
        ];
        if (faults.Count > 0)
        {
            throw InvalidRequest.Of($"The source revisions cannot be taken: {string.Join("; ", faults)}.");
        }
    }

    /// <summary>What the run releases, and the sources that it takes up by that: what is named by hand is not, so that the next poll still sees what is new.</summary>
    /// <exception cref="SourceUnavailableException">A source cannot be read whose revision is not named.</exception>
    public static (IReadOnlyList<SourceCommit> Revisions, IReadOnlyList<SourceSight> Taken) Apply(
        PipelineDeclaration pipeline, IReadOnlyList<SourceSight> sights, IReadOnlyList<SourceRevisionOverride> overrides)
    {
        var named = overrides.ToLookup(wanted => wanted.ActionName, StringComparer.Ordinal);
        var taken = sights.Where(sight => !named.Contains(sight.ActionName)).ToList();
        return taken.FirstOrDefault(sight => sight.Error is not null) is { Error: { } error }
            ? throw new SourceUnavailableException(error)
            : ([.. pipeline.Sources().Select(source => Revision(source, sights.FirstOrDefault(sight => sight.ActionName == source.Name), [.. named[source.Name]])).OfType<SourceCommit>()], taken);
    }

    private static SourceCommit? Revision(ActionDeclaration source, SourceSight? sight, IReadOnlyList<SourceRevisionOverride> wanted) =>
        wanted.Count == 0 ? sight?.Revision
        : SourceAddress.Of(source) is var address && wanted.FirstOrDefault(one => one.RevisionType == SourceRevisionType.S3_OBJECT_KEY) is { } key
            ? new SourceCommit(source.Name, SourceAddress.WithKey(source, key.RevisionValue), "", wanted.FirstOrDefault(one => one != key)?.RevisionValue ?? "")
            : new SourceCommit(source.Name, sight?.Revision?.Repository ?? address, sight?.Revision?.Branch ?? source.Setting("Branch") ?? source.Setting("BranchName") ?? "", wanted[0].RevisionValue);

    private static string? Fault(PipelineDeclaration pipeline, SourceRevisionOverride wanted)
    {
        if (pipeline.Sources().FirstOrDefault(source => source.Name == wanted.ActionName) is not { } source)
        {
            return $"the pipeline has no source '{wanted.ActionName}'; there are: {string.Join(", ", pipeline.Sources().Select(other => other.Name))}";
        }

        var types = TypesOf(source.ActionTypeId.Provider);
        if (!types.Contains(wanted.RevisionType))
        {
            return $"'{wanted.ActionName}' is a source of {source.ActionTypeId.Provider}, whose revisions are {string.Join(" or ", types)}, not {wanted.RevisionType}";
        }

        if (wanted.RevisionType == SourceRevisionType.S3_OBJECT_KEY && source.Setting("AllowOverrideForS3ObjectKey") != "true")
        {
            return $"'{wanted.ActionName}' does not let its key be named; AllowOverrideForS3ObjectKey says whether it does";
        }

        return wanted.RevisionType == SourceRevisionType.COMMIT_ID && !IsCommit(wanted.RevisionValue)
            ? $"a commit's id of {CommitLength} hexadecimal digits was expected for '{wanted.ActionName}', not '{wanted.RevisionValue}'"
            : null;
    }

    private static SourceRevisionType[] TypesOf(string provider) => provider switch
    {
        SourceTypes.S3 => [SourceRevisionType.S3_OBJECT_VERSION_ID, SourceRevisionType.S3_OBJECT_KEY],
        SourceTypes.Ecr => [SourceRevisionType.IMAGE_DIGEST],
        SourceTypes.CodeArtifact => [SourceRevisionType.PACKAGE_VERSION],
        _ => [SourceRevisionType.COMMIT_ID],
    };

    private static bool IsCommit(string value) => value.Length == CommitLength && value.All(char.IsAsciiHexDigitLower);
}
