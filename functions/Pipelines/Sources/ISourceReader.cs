using Sluice.Pipelines.Model;

namespace Sluice.Pipelines.Sources;

/// <summary>Reads where the sources of some kinds stand.</summary>
internal interface ISourceReader
{
    /// <summary>Whether it reads sources of this type.</summary>
    bool Reads(ActionTypeId type);

    /// <summary>Whether a change of the source starts runs by itself.</summary>
    bool IsWatched(ActionDeclaration source);

    /// <summary>Where the source stands.</summary>
    /// <param name="source">The source action.</param>
    /// <param name="before">What was last taken up of it.</param>
    /// <param name="look">How much it is wanted.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="SourceUnavailableException">It cannot be read; the message says why, without credentials.</exception>
    Task<SourceCommit> ReadAsync(ActionDeclaration source, SourceState? before, Look look, CancellationToken cancellationToken);
}
