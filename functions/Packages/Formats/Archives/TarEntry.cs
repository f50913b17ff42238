namespace Sluice.Packages.Formats.Archives;

/// <summary>An entry of a tar.</summary>
/// <param name="Name">Its path, without <c>./</c> before it.</param>
/// <param name="Type">Its kind, as tar tells it.</param>
/// <param name="Size">How many bytes follow.</param>
/// <param name="Link">What a link leads to; empty for others.</param>
internal sealed record TarEntry(string Name, char Type, long Size, string Link)
{
    public bool IsFile => Type is '0' or '\0' or '7';

    public bool IsFolder => Type is '5';

    public bool IsSymbolicLink => Type is '2';

    public bool IsHardLink => Type is '1';
}
