namespace Sluice.Local.Cloud.Tasks.Sessions;

/// <summary>A terminal with a program in it.</summary>
internal interface ITerminal : IAsyncDisposable
{
    /// <summary>What is printed next; 0 when the program has ended.</summary>
    ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken);

    /// <summary>Types. Into a terminal whose program has ended nothing can be typed any more.</summary>
    ValueTask WriteAsync(ReadOnlyMemory<byte> typed, CancellationToken cancellationToken);

    /// <summary>Makes it larger or smaller.</summary>
    Task ResizeAsync(int columns, int rows, CancellationToken cancellationToken);
}
