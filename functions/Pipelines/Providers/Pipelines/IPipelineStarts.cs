namespace Sluice.Pipelines.Providers.Pipelines;

/// <summary>Starts runs for actions.</summary>
internal interface IPipelineStarts
{
    /// <summary>Starts a run; the same token is the same run.</summary>
    /// <returns>Its id.</returns>
    /// <exception cref="PipelineRefusedException">It cannot be started; the message says why.</exception>
    Task<string> StartAsync(PipelineStart start, CancellationToken cancellationToken);
}
