namespace Sluice.Platform.Objects;

/// <summary>A content that comes from where it is kept, and that whoever is given its address can read there, without us.</summary>
public interface IStoredContent
{
    /// <summary>How many bytes it has.</summary>
    long Size { get; }

    /// <summary>The address. It is a secret of who is given it, and needs no other right.</summary>
    /// <param name="until">Until when it is good.</param>
    /// <param name="contentType">As what it is told.</param>
    Uri Link(DateTimeOffset until, string contentType);
}
