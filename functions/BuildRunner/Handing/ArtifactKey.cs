using System.Text;
using Sluice.BuildContract.Jobs;
using Sluice.BuildRunner.Artifacts;
using Sluice.Platform.Objects;

namespace Sluice.BuildRunner.Handing;

/// <summary>Where an artifact is in a user's bucket: <c>path/[s3-prefix/build-id/]name</c>, as CodeBuild puts it.</summary>
internal static class ArtifactKey
{
    private const string Root = "/";
    private const int MostBytes = 1024;

    /// <param name="job">Whose it is.</param>
    /// <param name="wanted">Which.</param>
    /// <param name="ownName">The buildspec's name, evaluated; null for none.</param>
    /// <param name="prefix">The buildspec's <c>s3-prefix</c>, evaluated; null for none.</param>
    /// <exception cref="ArtifactException">It would be no key.</exception>
    public static ObjectRef Of(BuildJob job, WantedArtifact wanted, string? ownName, string? prefix)
    {
        var target = wanted.Target;
        var (project, id) = (job.BuildId.Split(':')[0], job.BuildId.Split(':')[^1]);
        var name = (target.OverrideName ? ownName : null) ?? target.Name ?? project;
        IEnumerable<string?> folders = target.NamespaceByBuildId ? [target.Path, prefix, id] : [target.Path];
        // A zip has a name, be it in the root.
        var parts = folders.Append(name == Root ? target.IsZip ? project : null : name).Select(part => part?.Trim('/')).Where(part => part is { Length: > 0 });
        var key = string.Join('/', parts);
        return Encoding.UTF8.GetByteCount(key) <= MostBytes && !key.Split('/').Contains("..")
            ? new ObjectRef(target.Bucket!, key) : throw new ArtifactException($"{wanted.Title}: '{key}' is no key of a bucket.");
    }
}
