namespace Sluice.Platform.Tests;

/// <summary>That a folder of a service uses another of it.</summary>
internal sealed record FolderArrow(string From, string To);
