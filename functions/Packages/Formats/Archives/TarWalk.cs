using System.Text;

namespace Sluice.Packages.Formats.Archives;

/// <summary>Walks through a tar with flat memory. The library's reader takes as much memory as an entry that only describes the next one says that it has.</summary>
internal sealed class TarWalk(Stream tar)
{
    private const int Block = 512;
    private const int MostDescription = 1024 * 1024;
    private readonly byte[] _block = new byte[Block];
    private readonly byte[] _passed = new byte[64 * 1024];
    private long _left;

    /// <summary>The next entry; null at the end.</summary>
    /// <exception cref="InvalidDataException">It is no tar, or is cut off.</exception>
    public async Task<TarEntry?> NextAsync(CancellationToken cancellationToken)
    {
        var described = TarDescription.None;
        while (true)
        {
            await PassAsync(cancellationToken);
            if (!await BlockAsync(cancellationToken))
            {
                return described == TarDescription.None ? null : throw new InvalidDataException("ends where an entry is expected");
            }

            var head = TarHead.Read(_block);
            _left = Padded(head.Size);
            switch (head.Type)
            {
                case 'x':
                    described = described.With(TarDescription.Read(await DescriptionAsync(head.Size, cancellationToken)));
                    break;
                case 'L':
                    described = described with { Name = Text(await DescriptionAsync(head.Size, cancellationToken)) };
                    break;
                case 'K':
                    described = described with { Link = Text(await DescriptionAsync(head.Size, cancellationToken)) };
                    break;
                case 'g':
                    break;
                default:
                    var entry = described.Of(head);
                    _left = Padded(entry.Size);
                    return entry;
            }
        }
    }

    /// <summary>The content of the entry that was last given.</summary>
    /// <exception cref="InvalidDataException">It has more than <paramref name="most"/> bytes, or is cut off.</exception>
    public async Task<byte[]> ContentAsync(int most, CancellationToken cancellationToken)
    {
        if (_size > most)
        {
            throw new InvalidDataException($"has metadata of {_size} bytes, and at most {most} are allowed");
        }

        return await TakeAsync((int)_size, cancellationToken);
    }

    private long _size;

    private long Padded(long size) => ((_size = size) + Block - 1) / Block * Block;

    private async Task<byte[]> DescriptionAsync(long size, CancellationToken cancellationToken) =>
        size <= MostDescription ? await TakeAsync((int)size, cancellationToken) : throw new InvalidDataException($"has an entry whose name has {size} bytes, and at most {MostDescription} are allowed");

    private async Task<byte[]> TakeAsync(int size, CancellationToken cancellationToken)
    {
        var bytes = new byte[size];
        await tar.ReadExactlyAsync(bytes, cancellationToken);
        _left -= size;
        return bytes;
    }

    private async Task PassAsync(CancellationToken cancellationToken)
    {
        while (_left > 0)
        {
            var read = await tar.ReadAsync(_passed.AsMemory(0, (int)Math.Min(_passed.Length, _left)), cancellationToken);
            _left -= read > 0 ? read : throw new EndOfStreamException("it is cut off");
        }
    }

    /// <summary>The next head; false at the end, which is a block of zeros, or nothing.</summary>
    private async Task<bool> BlockAsync(CancellationToken cancellationToken)
    {
        var read = await tar.ReadAtLeastAsync(_block, Block, throwOnEndOfStream: false, cancellationToken);
        return read is 0 or Block ? read == Block && _block.AsSpan().ContainsAnyExcept((byte)0) : throw new EndOfStreamException("it is cut off");
    }

    private static string Text(byte[] bytes) => Encoding.UTF8.GetString(bytes).TrimEnd('\0');
}
