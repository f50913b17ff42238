namespace Sluice.Platform.Api;

/// <summary>A named resource as listings have it.</summary>
/// <param name="Name">Its name, unique in its listing.</param>
/// <param name="Created">When it was made.</param>
/// <param name="LastModified">When it was changed last.</param>
public sealed record ListedResource(string Name, DateTimeOffset Created, DateTimeOffset LastModified);
