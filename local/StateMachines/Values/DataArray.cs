namespace Sluice.Local.StateMachines.Values;

internal sealed class DataArray(Data[] items) : Data(DepthOf(items))
{
    internal static DataArray Empty { get; } = new([]);

    /// <summary>Never changed by anybody.</summary>
    internal Data[] Items { get; } = items;

    internal DataArray With(int index, Data item)
    {
        var copy = (Data[])Items.Clone();
        copy[index] = item;
        return new DataArray(copy);
    }

    internal override void Write(JsonOutput output)
    {
        output.Write('[');
        for (var i = 0; i < Items.Length; i++)
        {
            if (i > 0)
            {
                output.Write(',');
            }

            Items[i].Write(output);
        }

        output.Write(']');
    }

    internal override bool IsSame(Data other)
    {
        if (other is not DataArray array || array.Items.Length != Items.Length)
        {
            return false;
        }

        for (var i = 0; i < Items.Length; i++)
        {
            if (!Items[i].IsSame(array.Items[i]))
            {
                return false;
            }
        }

        return true;
    }

    private protected override int Measure()
    {
        var total = 2 + Math.Max(0, Items.Length - 1);
        foreach (var item in Items)
        {
            total = Sum(total, item.Size);
        }

        return total;
    }

    /// <summary>A value shared many times over can be larger than memory: its size stops counting at the largest int.</summary>
    internal static int Sum(int left, int right) => (int)Math.Min(int.MaxValue, (long)left + right);

    private static int DepthOf(Data[] items)
    {
        var deepest = 0;
        foreach (var item in items)
        {
            deepest = Math.Max(deepest, item.Depth);
        }

        return deepest + 1;
    }
}
