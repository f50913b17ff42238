namespace Sluice.Packages.Images.Model;

/// <summary>A chunk of an upload, as an object of its own.</summary>
internal sealed record UploadPart(string Key, long Size);
