namespace Rapporteur.Desk.Pages.Network;

/// <summary>Moves boxes apart until no two overlap, each pair by the shorter way; where a crowd does not give way, all is drawn larger.</summary>
internal static class Overlaps
{
    private const double Gap = 6, Growth = 1.08;
    private const int RoundsBetween = 24, MostGrowths = 400;

    /// <summary>Moves the middles of boxes.</summary>
    public static void Remove(IReadOnlyList<LayoutNode> boxes, double[] x, double[] y)
    {
        for (var growth = 0; growth < MostGrowths; growth++)
        {
            for (var round = 0; round < RoundsBetween; round++)
                if (!Push(boxes, x, y)) return;
            for (var i = 0; i < x.Length; i++) (x[i], y[i]) = (x[i] * Growth, y[i] * Growth);
        }
    }

    private static bool Push(IReadOnlyList<LayoutNode> boxes, double[] x, double[] y)
    {
        var pushed = false;
        for (var i = 0; i < x.Length; i++)
            for (var j = i + 1; j < x.Length; j++)
            {
                var (dx, dy) = (x[j] - x[i], y[j] - y[i]);
                var overX = (boxes[i].Width + boxes[j].Width) / 2 + Gap - Math.Abs(dx);
                var overY = (boxes[i].Height + boxes[j].Height) / 2 + Gap - Math.Abs(dy);
                if (overX <= 0.01 || overY <= 0.01) continue;
                pushed = true;
                if (overX < overY)
                {
                    var half = (dx < 0 ? -overX : overX) / 2;
                    (x[i], x[j]) = (x[i] - half, x[j] + half);
                }
                else
                {
                    var half = (dy < 0 ? -overY : overY) / 2;
                    (y[i], y[j]) = (y[i] - half, y[j] + half);
                }
            }

        return pushed;
    }
}
