namespace Sluice.Pipelines.Sources;

/// <summary>Reads the files of a commit.</summary>
internal interface ICommitFiles
{
    /// <summary>Writes them as a zip: the same commit is always the same bytes.</summary>
    /// <param name="repository">Its address.</param>
    /// <param name="connectionArn">What signs in to it; null for nothing.</param>
    /// <param name="commit">40 hexadecimal digits.</param>
    /// <param name="zip">Where it is written to; can seek.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="SourceUnavailableException">It cannot be read, or is too much; the message says why, without credentials.</exception>
    Task WriteZipAsync(string repository, string? connectionArn, string commit, Stream zip, CancellationToken cancellationToken);
}
