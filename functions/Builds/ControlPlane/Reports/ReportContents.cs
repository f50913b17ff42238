using System.Text.Json;
using Sluice.BuildContract.Reports;
using Sluice.Platform.Json;
using Sluice.Platform.Objects;

namespace Sluice.Builds.ControlPlane.Reports;

/// <summary>What reports consist of, in objects.</summary>
public sealed class ReportContents(IObjectStore objects)
{
    /// <exception cref="ObjectNotFoundException">It is gone.</exception>
    /// <exception cref="JsonException">It is no report.</exception>
    internal async Task<ReportData> ReadAsync(ObjectRef source, CancellationToken cancellationToken)
    {
        await using var content = await objects.OpenAsync(source, cancellationToken);
        return await JsonSerializer.DeserializeAsync<ReportData>(content, SluiceJson.Options, cancellationToken) ?? throw new JsonException($"The report at {source} is null.");
    }

    internal async Task WriteAsync(ObjectRef target, ReportData data, CancellationToken cancellationToken)
    {
        using var content = new MemoryStream();
        await JsonSerializer.SerializeAsync(content, data, SluiceJson.Options, cancellationToken);
        content.Position = 0;
        await objects.PutAsync(target, content, cancellationToken);
    }

    internal Task DeleteAsync(ObjectRef target, CancellationToken cancellationToken) => objects.DeleteAsync(target, cancellationToken);
}
