namespace Sluice.Packages.Images.Model;

/// <summary>An upload that goes on.</summary>
internal sealed record StoredUpload(string Image, long Size, DateTimeOffset ChangedAt);
