namespace Sluice.Platform.Protocol.Unserved;

/// <summary>Answers requests for services that are not served in those services' own protocols, so that the client shows what is wrong instead of an answer that it cannot read.</summary>
internal sealed class UnservedRequests(OperationCatalog catalog, IEnumerable<ServedBeside> beside)
{
    /// <summary>Nothing is asked of a signature: the answer tells nothing that is not in the documentation.</summary>
    /// <param name="only">The service whose endpoint was asked; null if all are here.</param>
    /// <param name="request">What was asked.</param>
    /// <param name="requestId">The answer's id.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<(string Call, ApiResponse Answer)> AnswerAsync(string? only, ApiRequest request, string requestId, CancellationToken cancellationToken)
    {
        // What is uploaded to a service that is not here is not read.
        var read = FormBody.IsOne(request) ? await request.WithBodyAsync(cancellationToken) : request;
        var call = UnservedCall.Of(read);
        return (call.Text, ErrorForms.Write(call.Form, read, $"{call.Text} is not served here. Served are {string.Join(", ", only is null ? Served() : [only])}.", requestId));
    }

    private IEnumerable<string> Served() => catalog.Built.Select(served => served.Service).Concat(beside.SelectMany(served => served.Services)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
}
