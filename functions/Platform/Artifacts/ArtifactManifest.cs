using System.Text.Json.Serialization;
using Sluice.Platform.Objects;

namespace Sluice.Platform.Artifacts;

/// <summary>
/// What a build hands on, stored as JSON beside its zips; an action's artifact is a reference to this document.
/// </summary>
/// <param name="Repository">Where the source is (URL or path).</param>
/// <param name="CommitId">The commit that was built, 40 hexadecimal digits.</param>
/// <param name="Primary">The build's artifact; null for a source artifact, which is the commit alone.</param>
/// <param name="Secondary">Secondary artifacts by identifier.</param>
/// <param name="Documents">Files of interest at the repository's root (appspec.yml, .yaml, .json) by name, which an artifact may leave out.</param>
public sealed record ArtifactManifest(
    string Repository,
    string CommitId,
    ArtifactZip? Primary,
    IReadOnlyDictionary<string, ArtifactZip> Secondary,
    IReadOnlyDictionary<string, ObjectRef> Documents)
{
    /// <summary>The commit's files, of a source artifact of whose files another action than a build makes use; builds clone the commit.</summary>
    public ArtifactZip? Files { get; init; }

    /// <summary>What the artifact holds as a zip; null for a commit alone.</summary>
    [JsonIgnore]
    public ArtifactZip? Zip => Primary ?? Files;

    /// <summary>The ARN of the connection that signs in to the repository, of a source artifact; null if nothing does. Never what it signs in with.</summary>
    public string? ConnectionArn { get; init; }
}
