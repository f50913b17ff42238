namespace Sluice.Local.Tests.Architecture.Planted.Entries;

/// <summary>The planted entry point that does the work itself, in a closure so that it looks short.</summary>
internal sealed class LongFunction
{
    public Func<int> Long(int count) => () =>
    {
        var sum = 0;
        for (var n = 0; n < count; n++)
        {
            sum += n;
            sum %= 7;
        }

        return sum;
    };
}
