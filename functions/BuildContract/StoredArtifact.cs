using Sluice.Platform.Objects;

namespace Sluice.BuildContract;

/// <summary>An artifact in a user's bucket, or a pipeline's.</summary>
/// <param name="Identifier">Of a secondary artifact; null of the primary.</param>
/// <param name="Location">The zip, or the folder that the files are below.</param>
/// <param name="Sha256">The zip's, 64 lower-case hexadecimal digits; null of a folder.</param>
/// <param name="Md5">The zip's, 32 lower-case hexadecimal digits; null of a folder.</param>
public sealed record StoredArtifact(string? Identifier, ObjectRef Location, string? Sha256, string? Md5);
