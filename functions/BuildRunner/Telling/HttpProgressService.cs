using System.Net.Http.Headers;
using System.Text.Json;
using Sluice.BuildContract.Progress;
using Sluice.Platform.Json;

namespace Sluice.BuildRunner.Telling;

/// <summary>The service's own API.</summary>
internal sealed class HttpProgressService(HttpClient http, Uri api) : IProgressService
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public async Task<ProgressAnswer> TellAsync(BuildProgress progress, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, api) { Content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(progress, SluiceJson.Options)) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/x-amz-json-1.1");
        request.Headers.TryAddWithoutValidation("X-Amz-Target", BuildProgress.Target);
        using var soon = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        soon.CancelAfter(Patience);
        try
        {
            using var response = await http.SendAsync(request, soon.Token);
            var answer = await response.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync(soon.Token);
            return answer.Length == 0 ? new ProgressAnswer() : JsonSerializer.Deserialize<ProgressAnswer>(answer, SluiceJson.Options) ?? new ProgressAnswer();
        }
        catch (Exception e) when (e is JsonException || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            throw new HttpRequestException(e.Message, e);
        }
    }
}
