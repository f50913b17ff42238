using Sluice.Pipelines.Definitions;
using Sluice.Pipelines.Model;
using Sluice.Pipelines.Records;
using Sluice.Platform.Runs;

namespace Sluice.Pipelines.Api;

/// <summary>Gives a pipeline a new version. Runs go on by the version that they began with.</summary>
public sealed class UpdatePipeline
{
    private readonly PipelineStore _pipelines;
    private readonly TimeProvider _time;

    internal UpdatePipeline(PipelineStore pipelines, TimeProvider time)
    {
        _pipelines = pipelines;
        _time = time;
    }

    /// <param name="file">The document's name as the user knows it.</param>
    /// <param name="text">CodePipeline's JSON (or the same as YAML); its name says which pipeline.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    /// <returns>The pipeline as it is kept; without a difference it keeps its version.</returns>
    /// <exception cref="Platform.Documents.InvalidDocumentException">The document has faults: all of them.</exception>
    /// <exception cref="PipelineNotFoundException">There is none of this name.</exception>
    public async Task<StoredPipeline> UpdateAsync(string file, string text, CancellationToken cancellationToken = default)
    {
        var declared = PipelineDocument.Parse(file, text);
        return await Contention.DecideAsync($"The pipeline '{declared.Name}'", () => TryAsync(declared, cancellationToken));
    }

    private async Task<StoredPipeline?> TryAsync(PipelineDeclaration declared, CancellationToken cancellationToken)
    {
        var current = await _pipelines.FindAsync(declared.Name, cancellationToken) ?? throw new PipelineNotFoundException(declared.Name);
        if (SameDeclaration.Is(current.Value.Pipeline, declared))
        {
            return current.Value;
        }

        var next = current.Value with { Pipeline = declared with { Version = current.Value.Pipeline.Number() + 1 }, Updated = _time.GetUtcNow() };
        return await _pipelines.SaveAsync(next, current.Rev, cancellationToken) ? next : null;
    }
}
