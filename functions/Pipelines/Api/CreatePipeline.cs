using Sluice.Pipelines.Definitions;
using Sluice.Pipelines.Model;
using Sluice.Pipelines.Records;

namespace Sluice.Pipelines.Api;

/// <summary>Keeps a new pipeline. The next poll of its sources starts its first run.</summary>
public sealed class CreatePipeline
{
    private readonly PipelineStore _pipelines;
    private readonly TimeProvider _time;

    internal CreatePipeline(PipelineStore pipelines, TimeProvider time)
    {
        _pipelines = pipelines;
        _time = time;
    }

    /// <param name="file">The document's name as the user knows it.</param>
    /// <param name="text">CodePipeline's JSON (or the same as YAML).</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    /// <returns>The pipeline as it is kept; the same one again is no error.</returns>
    /// <exception cref="Platform.Documents.InvalidDocumentException">The document has faults: all of them.</exception>
    /// <exception cref="PipelineNameInUseException">There is another one of this name.</exception>
    public Task<StoredPipeline> CreateAsync(string file, string text, CancellationToken cancellationToken = default) =>
        CreateAsync(PipelineDocument.Parse(file, text), cancellationToken);

    private async Task<StoredPipeline> CreateAsync(PipelineDeclaration declared, CancellationToken cancellationToken)
    {
        var now = _time.GetUtcNow();
        var created = new StoredPipeline(declared with { Version = 1 }, now, now);
        if (await _pipelines.SaveAsync(created, rev: null, cancellationToken))
        {
            return created;
        }

        var existing = await _pipelines.FindAsync(declared.Name, cancellationToken);
        return existing is { Value: var stored } && SameDeclaration.Is(stored.Pipeline, declared)
            ? stored
            : throw new PipelineNameInUseException(declared.Name);
    }
}
