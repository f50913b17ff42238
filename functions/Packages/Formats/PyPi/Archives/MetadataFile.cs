using Sluice.Packages.Formats.PyPi.Names;

namespace Sluice.Packages.Formats.PyPi.Archives;

/// <summary>Finds the metadata in a wheel or a source, and judges the whole archive on the way.</summary>
internal static class MetadataFile
{
    /// <summary>The bytes of METADATA or PKG-INFO.</summary>
    /// <param name="archive">It can seek, and is at its beginning.</param>
    /// <param name="file">What its name says.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="InvalidDataException">It is no such archive, or none that should be unpacked. The message follows the file's name.</exception>
    public static async Task<byte[]> ReadAsync(Stream archive, PyFileName file, CancellationToken cancellationToken)
    {
        try
        {
            return file.Kind switch
            {
                PyFileKind.TarSource => await TarSource.ReadAsync(archive, file, cancellationToken),
                PyFileKind.ZipSource => await ZipFile.ReadAsync(archive, names => SourceFolder.Metadata(names, file), cancellationToken),
                _ => await ZipFile.ReadAsync(archive, names => WheelFolder.Metadata(names, file), cancellationToken),
            };
        }
        catch (Exception e) when (e is EndOfStreamException or OverflowException or ArgumentException or NotSupportedException)
        {
            throw new InvalidDataException($"cannot be read: {e.Message}", e);
        }
    }
}
