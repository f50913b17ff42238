namespace Sluice.Packages.Images.Model;

/// <summary>What a tag names.</summary>
internal sealed record ImageTag(string Digest, DateTimeOffset PushedAt);
