using System.Net.Http.Headers;
using System.Text.Json;
using Sluice.Platform.Json;

namespace Sluice.BuildRunner.Telling;

/// <summary>Calls of the service's own API, which need no signature: their right is in what is told.</summary>
internal sealed class ServiceCalls(HttpClient http, Uri api)
{
    /// <summary>How long an answer is waited for.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <returns>Null if the answer is empty.</returns>
    /// <exception cref="HttpRequestException">It cannot be reached, or does not answer as it should.</exception>
    public async Task<TAnswer?> CallAsync<TInput, TAnswer>(string target, TInput input, CancellationToken cancellationToken)
        where TAnswer : class
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, api) { Content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(input, SluiceJson.Options)) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/x-amz-json-1.1");
        request.Headers.TryAddWithoutValidation("X-Amz-Target", target);
        using var soon = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        soon.CancelAfter(Patience);
        try
        {
            using var response = await http.SendAsync(request, soon.Token);
            var answer = await response.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync(soon.Token);
            return answer.Length == 0 ? null : JsonSerializer.Deserialize<TAnswer>(answer, SluiceJson.Options);
        }
        catch (Exception e) when (e is JsonException || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            throw new HttpRequestException(e.Message, e);
        }
    }
}
