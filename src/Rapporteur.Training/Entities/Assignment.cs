namespace Rapporteur.Training.Entities;

/// <summary>The best one-to-one assignment of rows to columns (Kuhn 1955, in the form of Jonker and Volgenant 1987), O(n³).</summary>
internal static class Assignment
{
    /// <summary>The greatest sum of entries, at most one of each row and column.</summary>
    public static double Best(double[,] worth)
    {
        int rows = worth.GetLength(0), columns = worth.GetLength(1);
        if (rows == 0 || columns == 0) return 0;
        if (rows > columns)
        {
            var turned = new double[columns, rows];
            for (var i = 0; i < rows; i++)
                for (var k = 0; k < columns; k++) turned[k, i] = worth[i, k];
            return Best(turned);
        }

        var rowPrice = new double[rows + 1];
        var columnPrice = new double[columns + 1];
        var rowOf = new int[columns + 1];
        var from = new int[columns + 1];
        for (var i = 1; i <= rows; i++)
        {
            rowOf[0] = i;
            var column = 0;
            var least = new double[columns + 1];
            Array.Fill(least, double.PositiveInfinity);
            var used = new bool[columns + 1];
            do
            {
                used[column] = true;
                var row = rowOf[column];
                var step = double.PositiveInfinity;
                var next = 0;
                for (var k = 1; k <= columns; k++)
                {
                    if (used[k]) continue;
                    var cost = -worth[row - 1, k - 1] - rowPrice[row] - columnPrice[k];
                    if (cost < least[k]) (least[k], from[k]) = (cost, column);
                    if (least[k] < step) (step, next) = (least[k], k);
                }

                for (var k = 0; k <= columns; k++)
                {
                    if (used[k]) { rowPrice[rowOf[k]] += step; columnPrice[k] -= step; }
                    else least[k] -= step;
                }

                column = next;
            }
            while (rowOf[column] != 0);

            do
            {
                rowOf[column] = rowOf[from[column]];
                column = from[column];
            }
            while (column != 0);
        }

        double sum = 0;
        for (var k = 1; k <= columns; k++)
            if (rowOf[k] > 0) sum += worth[rowOf[k] - 1, k - 1];
        return sum;
    }
}
