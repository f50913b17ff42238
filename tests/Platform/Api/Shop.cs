namespace Sluice.Platform.Tests.Api;

/// <summary>A resource of the tests.</summary>
internal sealed record Shop(string Id, string Name, int Shelves = 0);
