namespace Sluice.Packages.Images.Model;

/// <summary>An image of a repository.</summary>
internal sealed record StoredImage(string Name, DateTimeOffset CreatedAt);
