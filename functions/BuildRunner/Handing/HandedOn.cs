using Sluice.BuildContract;
using Sluice.Platform.Objects;

namespace Sluice.BuildRunner.Handing;

/// <summary>What a pipeline was handed.</summary>
/// <param name="Manifest">Of all artifacts.</param>
/// <param name="Outputs">The manifests of the action's output artifacts, by name.</param>
/// <param name="Zips">The artifacts themselves.</param>
internal sealed record HandedOn(ObjectRef Manifest, IReadOnlyDictionary<string, ObjectRef> Outputs, IReadOnlyList<StoredArtifact> Zips);
