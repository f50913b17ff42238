namespace Sluice.BuildRunner.Artifacts;

/// <summary>An artifact's zip on the build machine.</summary>
/// <param name="Path">Where it is.</param>
/// <param name="Sha256">64 lower-case hexadecimal digits.</param>
/// <param name="Md5">32 lower-case hexadecimal digits.</param>
/// <param name="Size">In bytes.</param>
internal sealed record PackedArtifact(string Path, string Sha256, string Md5, long Size);
