namespace Sluice.Local.Host.Storage;

/// <summary>A run that somebody wants stopped.</summary>
/// <param name="Pipeline">Its pipeline's name.</param>
/// <param name="Execution">Its id.</param>
/// <param name="Reason">For its record.</param>
internal sealed record StopOrder(string Pipeline, string Execution, string Reason);
