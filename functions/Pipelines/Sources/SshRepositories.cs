using System.Text;
using Renci.SshNet;
using Renci.SshNet.Common;
using Sluice.Pipelines.Sources.Packs;
using Sluice.Platform.Connections;

namespace Sluice.Pipelines.Sources;

/// <summary>Reads repositories by SSH: one session each, in which git-upload-pack is asked. A host is trusted by its key alone.</summary>
internal sealed class SshRepositories(HostGates hosts, TimeProvider time)
{
    private const int MostBytes = 32 * 1024 * 1024;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public Task<RefAdvertisement> ListAsync(SshAddress address, SshSignIn key, bool evenIfClosed, CancellationToken cancellationToken) => AskAsync(
        address,
        key,
        evenIfClosed,
        async (output, input, stop) =>
        {
            var refs = await AdvertisementAsync(output, stop);
            await input.WriteAsync("0000"u8.ToArray(), stop);
            await input.FlushAsync(stop);
            return refs;
        },
        cancellationToken);

    public Task<Pack> FetchAsync(SshAddress address, SshSignIn key, PackWish wish, CancellationToken cancellationToken) => AskAsync(
        address,
        key,
        evenIfClosed: true,
        async (output, input, stop) =>
        {
            var refs = await AdvertisementAsync(output, stop);
            await input.WriteAsync(PackRequests.Version0(wish, refs), stop);
            await input.FlushAsync(stop);
            return PackReader.Read(await PackAnswers.Version0Async(output, stop));
        },
        cancellationToken);

    private Task<T> AskAsync<T>(SshAddress address, SshSignIn key, bool evenIfClosed, Func<Stream, Stream, CancellationToken, Task<T>> talk, CancellationToken cancellationToken) =>
        hosts.AskAsync(address.Url, () => SessionAsync(address, key, talk, cancellationToken), evenIfClosed, cancellationToken);

    private async Task<T> SessionAsync<T>(SshAddress address, SshSignIn key, Func<Stream, Stream, CancellationToken, Task<T>> talk, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        var trust = new SshTrust(address, key);
        try
        {
            using var client = trust.Client();
            await client.ConnectAsync(either.Token);
            using var command = client.CreateCommand($"git-upload-pack '{address.Path.Replace("'", "'\\''", StringComparison.Ordinal)}'");
            var ends = command.ExecuteAsync(either.Token);
            await using var input = command.CreateInputStream();
            try
            {
                return await talk(command.OutputStream, input, either.Token);
            }
            catch (Exception e) when (e is EndOfStreamException or FormatException)
            {
                throw new SourceUnavailableException($"{address.Host} does not give '{address.Path}': {await SaidAsync(command, ends, e)}");
            }
            finally
            {
                command.CancelAsync(forceKill: true, millisecondsTimeout: 500);
                await ends.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new HostFaultException($"{address.Host} did not answer within {Patience.TotalSeconds} seconds.");
        }
        catch (SshAuthenticationException)
        {
            throw new SourceUnavailableException($"{address.Host} refuses the connection's SSH key.");
        }
        catch (Exception e) when (e is SshException or System.Net.Sockets.SocketException or IOException or ObjectDisposedException)
        {
            throw trust.Refusal ?? (Exception)new HostFaultException($"{address.Host} cannot be reached by SSH: {e.Message}");
        }
    }

    private static async Task<string> SaidAsync(SshCommand command, Task ends, Exception fault)
    {
        await Task.WhenAny(ends, Task.CompletedTask);
        var said = command.Error.Trim().ReplaceLineEndings(" ");
        return said.Length == 0 ? fault.Message : said.Length > 300 ? said[..300] + "…" : said;
    }

    /// <summary>All until the first flush packet.</summary>
    private static async Task<RefAdvertisement> AdvertisementAsync(Stream output, CancellationToken cancellationToken)
    {
        using var kept = new MemoryStream();
        while (await PktStream.ReadAsync(output, cancellationToken) is { IsEnd: false } packet)
        {
            kept.Write(Encoding.ASCII.GetBytes($"{packet.Content.Length + 4:x4}"));
            kept.Write(packet.Content);
            if (kept.Length > MostBytes)
            {
                throw new FormatException($"its list of refs is larger than {MostBytes / 1024 / 1024} MiB.");
            }
        }

        kept.Write("0000"u8);
        return RefAdvertisement.Smart(kept.ToArray());
    }
}
