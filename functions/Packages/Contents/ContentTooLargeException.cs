namespace Sluice.Packages.Contents;

/// <summary>A content has more bytes than it may have.</summary>
/// <param name="most">How many it may have.</param>
public sealed class ContentTooLargeException(long most) : Exception($"It has more than {most} bytes.");
